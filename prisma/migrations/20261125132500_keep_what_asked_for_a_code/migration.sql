-- AlterTable
ALTER TABLE "sign_in_code" ADD COLUMN     "access" JSONB,
ADD COLUMN     "network" BYTEA NOT NULL;
