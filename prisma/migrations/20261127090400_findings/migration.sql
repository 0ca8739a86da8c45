-- The language that a browser was shown, and mails to who is named in a comment, which can be ended.
ALTER TABLE "user" ADD COLUMN "browser_locale" TEXT,
ADD COLUMN "mail_mentions" BOOLEAN NOT NULL DEFAULT true;

-- Where a comment's words were taken to, so that they go when the comment does.
ALTER TABLE "mail" ADD COLUMN "comment_id" TEXT;

CREATE INDEX "mail_comment_id_idx" ON "mail"("comment_id");

ALTER TABLE "webhook_delivery" ADD COLUMN "comment_id" TEXT;

UPDATE "webhook_delivery" SET "comment_id" = "body"::jsonb #>> '{data,id}' WHERE "type" = 'task.commented';

CREATE INDEX "webhook_delivery_comment_id_idx" ON "webhook_delivery"("comment_id");

-- A webhook is claimed as a whole, remembers a slow receiver, and has somebody who answers for it.
ALTER TYPE "webhook_off_reason" ADD VALUE 'keeper_gone';

ALTER TYPE "delivery_state" ADD VALUE 'dropped';

ALTER TABLE "webhook_delivery" DROP COLUMN "held_until";

ALTER TABLE "webhook" ADD COLUMN "held_until" TIMESTAMP(3),
ADD COLUMN "slow" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN "kept_by_id" TEXT;

UPDATE "webhook" SET "kept_by_id" = "created_by_id";

ALTER TABLE "webhook" ALTER COLUMN "kept_by_id" SET NOT NULL;

ALTER TABLE "webhook" ADD CONSTRAINT "webhook_kept_by_id_fkey" FOREIGN KEY ("kept_by_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
