-- Answers to one card, replies to answers, help that was asked for, and help that was promised.
-- CreateEnum
CREATE TYPE "help_answer" AS ENUM ('help', 'not_now');

-- CreateEnum
CREATE TYPE "help_state" AS ENUM ('open', 'done', 'withdrawn');

-- AlterTable
ALTER TABLE "review" ADD COLUMN     "card_id" TEXT,
ADD COLUMN     "card_text" TEXT;

-- CreateTable
CREATE TABLE "review_reply" (
    "id" TEXT NOT NULL,
    "review_id" TEXT NOT NULL,
    "author_id" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "review_reply_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "help_request" (
    "id" TEXT NOT NULL,
    "board_id" TEXT NOT NULL,
    "asked_by_id" TEXT NOT NULL,
    "asked_of_id" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "by" TEXT NOT NULL,
    "card_id" TEXT,
    "card_text" TEXT,
    "created_at" TIMESTAMP(3) NOT NULL,
    "answer" "help_answer",
    "answer_text" TEXT,
    "answered_at" TIMESTAMP(3),
    "withdrawn_at" TIMESTAMP(3),

    CONSTRAINT "help_request_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "help" (
    "id" TEXT NOT NULL,
    "board_id" TEXT NOT NULL,
    "by_id" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "due" TEXT NOT NULL,
    "state" "help_state" NOT NULL DEFAULT 'open',
    "revision" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMP(3) NOT NULL,
    "closed_at" TIMESTAMP(3),
    "review_id" TEXT,
    "request_id" TEXT,

    CONSTRAINT "help_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "help_move" (
    "id" TEXT NOT NULL,
    "help_id" TEXT NOT NULL,
    "due" TEXT NOT NULL,
    "state" "help_state" NOT NULL,
    "reason" TEXT,
    "at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "help_move_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "review_reply_review_id_idx" ON "review_reply"("review_id");

-- CreateIndex
CREATE INDEX "help_request_board_id_idx" ON "help_request"("board_id");

-- CreateIndex
CREATE INDEX "help_request_asked_of_id_idx" ON "help_request"("asked_of_id");

-- CreateIndex
CREATE UNIQUE INDEX "help_review_id_key" ON "help"("review_id");

-- CreateIndex
CREATE UNIQUE INDEX "help_request_id_key" ON "help"("request_id");

-- CreateIndex
CREATE INDEX "help_by_id_state_idx" ON "help"("by_id", "state");

-- CreateIndex
CREATE INDEX "help_board_id_idx" ON "help"("board_id");

-- CreateIndex
CREATE INDEX "help_move_help_id_idx" ON "help_move"("help_id");

-- AddForeignKey
ALTER TABLE "review_reply" ADD CONSTRAINT "review_reply_review_id_fkey" FOREIGN KEY ("review_id") REFERENCES "review"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review_reply" ADD CONSTRAINT "review_reply_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "help_request" ADD CONSTRAINT "help_request_board_id_fkey" FOREIGN KEY ("board_id") REFERENCES "board"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "help_request" ADD CONSTRAINT "help_request_asked_by_id_fkey" FOREIGN KEY ("asked_by_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "help_request" ADD CONSTRAINT "help_request_asked_of_id_fkey" FOREIGN KEY ("asked_of_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "help" ADD CONSTRAINT "help_board_id_fkey" FOREIGN KEY ("board_id") REFERENCES "board"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "help" ADD CONSTRAINT "help_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "help" ADD CONSTRAINT "help_review_id_fkey" FOREIGN KEY ("review_id") REFERENCES "review"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "help" ADD CONSTRAINT "help_request_id_fkey" FOREIGN KEY ("request_id") REFERENCES "help_request"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "help_move" ADD CONSTRAINT "help_move_help_id_fkey" FOREIGN KEY ("help_id") REFERENCES "help"("id") ON DELETE CASCADE ON UPDATE CASCADE;



-- What was promised before is kept as the promise that it is.
INSERT INTO "help" ("id", "board_id", "by_id", "text", "due", "state", "revision", "created_at", "review_id")
SELECT r."id", s."board_id", r."author_id", r."text", r."by", 'open', 1, r."created_at", r."id"
FROM "review" r JOIN "snapshot" s ON s."id" = r."snapshot_id"
WHERE r."kind" = 'help' AND r."by" IS NOT NULL;
