-- AlterTable
ALTER TABLE "account_event" ADD COLUMN     "after" JSONB,
ADD COLUMN     "before" JSONB;

-- AlterTable
ALTER TABLE "practice_event" ADD COLUMN     "after" JSONB,
ADD COLUMN     "before" JSONB;

-- AlterTable
ALTER TABLE "submission_event" ADD COLUMN     "after" JSONB,
ADD COLUMN     "before" JSONB;
