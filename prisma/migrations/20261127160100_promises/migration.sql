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

CREATE TYPE "consent_step" AS ENUM ('clarify', 'object', 'amend');
CREATE TYPE "consent_outcome" AS ENUM ('consented', 'amended', 'withdrawn');
CREATE TYPE "consent_answer_kind" AS ENUM ('none', 'objection', 'question');

CREATE TABLE "consent_round" (
    "id" TEXT NOT NULL,
    "board_id" TEXT NOT NULL,
    "action_id" TEXT NOT NULL,
    "open_key" TEXT,
    "step" "consent_step" NOT NULL DEFAULT 'clarify',
    "words" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "opened_by_id" TEXT NOT NULL,
    "opened_at" TIMESTAMP(3) NOT NULL,
    "outcome" "consent_outcome",
    "closed_by_id" TEXT,
    "closed_at" TIMESTAMP(3),

    CONSTRAINT "consent_round_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "consent_answer" (
    "id" TEXT NOT NULL,
    "round_id" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "user_id" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "kind" "consent_answer_kind" NOT NULL,
    "text" TEXT,
    "at" TIMESTAMP(3) NOT NULL,
    "met" TEXT,

    CONSTRAINT "consent_answer_pkey" PRIMARY KEY ("id")
);

CREATE UNIQUE INDEX "consent_round_open_key_key" ON "consent_round"("open_key");
CREATE INDEX "consent_round_board_id_action_id_idx" ON "consent_round"("board_id", "action_id");
CREATE UNIQUE INDEX "consent_answer_round_id_number_key" ON "consent_answer"("round_id", "number");

ALTER TABLE "consent_round" ADD CONSTRAINT "consent_round_board_id_fkey" FOREIGN KEY ("board_id") REFERENCES "board"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "consent_round" ADD CONSTRAINT "consent_round_opened_by_id_fkey" FOREIGN KEY ("opened_by_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "consent_round" ADD CONSTRAINT "consent_round_closed_by_id_fkey" FOREIGN KEY ("closed_by_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "consent_answer" ADD CONSTRAINT "consent_answer_round_id_fkey" FOREIGN KEY ("round_id") REFERENCES "consent_round"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "consent_answer" ADD CONSTRAINT "consent_answer_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
