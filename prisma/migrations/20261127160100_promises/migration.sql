ALTER TABLE "task" ADD COLUMN "given_by_id" TEXT,
ADD COLUMN "given_at" TIMESTAMP(3),
ADD COLUMN "declined_by_id" TEXT,
ADD COLUMN "declined_reason" TEXT,
ADD COLUMN "buddy_id" TEXT;

UPDATE "task" SET "given_by_id" = "confirmed_by_id", "given_at" = "confirmed_at";

ALTER TABLE "task" ALTER COLUMN "given_by_id" SET NOT NULL,
ALTER COLUMN "given_at" SET NOT NULL;

ALTER TABLE "task" ADD CONSTRAINT "task_given_by_id_fkey" FOREIGN KEY ("given_by_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "task" ADD CONSTRAINT "task_declined_by_id_fkey" FOREIGN KEY ("declined_by_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "task" ADD CONSTRAINT "task_buddy_id_fkey" FOREIGN KEY ("buddy_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

CREATE INDEX "task_buddy_id_idx" ON "task"("buddy_id");
