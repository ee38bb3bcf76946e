-- AlterTable
ALTER TABLE "submission_save" ADD COLUMN     "page" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "turn" INTEGER NOT NULL DEFAULT 0;
