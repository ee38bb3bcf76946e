-- AlterTable
ALTER TABLE "outbox_mail" ADD COLUMN     "unsubscribe" TEXT;

-- CreateTable
CREATE TABLE "mail_wish" (
    "account_id" TEXT NOT NULL,
    "group" TEXT NOT NULL,
    "wish" TEXT NOT NULL,

    CONSTRAINT "mail_wish_pkey" PRIMARY KEY ("account_id","group")
);

-- CreateTable
CREATE TABLE "digest_item" (
    "id" BIGSERIAL NOT NULL,
    "account_id" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "kind" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "path" TEXT NOT NULL,

    CONSTRAINT "digest_item_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "digest_item_account_id_id_idx" ON "digest_item"("account_id", "id");

-- AddForeignKey
ALTER TABLE "mail_wish" ADD CONSTRAINT "mail_wish_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "digest_item" ADD CONSTRAINT "digest_item_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "mail_wish"
  ADD CONSTRAINT "mail_wish_group_known" CHECK ("group" IN ('arrivals', 'answers', 'versions')),
  ADD CONSTRAINT "mail_wish_wish_known" CHECK ("wish" IN ('each', 'daily', 'none'));
ALTER TABLE "digest_item"
  ADD CONSTRAINT "digest_item_path_local" CHECK ("path" ~ '^/[^/]');
