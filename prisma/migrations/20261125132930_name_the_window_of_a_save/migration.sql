-- AlterTable
ALTER TABLE "submission_save" ADD COLUMN     "page" TEXT NOT NULL DEFAULT '';
