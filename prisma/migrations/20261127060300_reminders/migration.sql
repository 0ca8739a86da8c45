-- Reminders by mail, each written once, in the person's own time zone; and a calendar feed per person.
ALTER TABLE "user" ADD COLUMN "time_zone" TEXT,
ADD COLUMN "browser_zone" TEXT,
ADD COLUMN "mail_reminders" BOOLEAN NOT NULL DEFAULT true,
ADD COLUMN "mail_agreed" BOOLEAN NOT NULL DEFAULT true,
ADD COLUMN "reminded_on" TEXT;

ALTER TABLE "mail" ADD COLUMN "headers" JSONB;

CREATE TABLE "reminder" (
    "user_id" TEXT NOT NULL,
    "task_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "day" TEXT NOT NULL,
    "mail_id" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "reminder_pkey" PRIMARY KEY ("user_id","task_id","kind","day")
);

CREATE TABLE "calendar_feed" (
    "user_id" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "created_at" TIMESTAMP(3) NOT NULL,
    "read_at" TIMESTAMP(3),

    CONSTRAINT "calendar_feed_pkey" PRIMARY KEY ("user_id")
);

CREATE UNIQUE INDEX "calendar_feed_hash_key" ON "calendar_feed"("hash");

ALTER TABLE "reminder" ADD CONSTRAINT "reminder_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "reminder" ADD CONSTRAINT "reminder_task_id_fkey" FOREIGN KEY ("task_id") REFERENCES "task"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "calendar_feed" ADD CONSTRAINT "calendar_feed_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;
