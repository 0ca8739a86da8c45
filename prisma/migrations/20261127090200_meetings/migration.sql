-- Meetings: who was there, what came of them, and the day of the next one.
-- AlterTable
ALTER TABLE "board" ADD COLUMN     "next_at" TEXT,
ADD COLUMN     "next_on" TEXT;

-- CreateTable
CREATE TABLE "meeting" (
    "id" TEXT NOT NULL,
    "board_id" TEXT NOT NULL,
    "open_board_id" TEXT,
    "held_on" TEXT NOT NULL,
    "opened_by_id" TEXT NOT NULL,
    "opened_at" TIMESTAMP(3) NOT NULL,
    "created_at" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "facilitator_id" TEXT NOT NULL,
    "began" JSONB NOT NULL,
    "closed_by_id" TEXT,
    "closed_at" TIMESTAMP(3),
    "next_on" TEXT,
    "next_at" TEXT,
    "override_why" TEXT,
    "snapshot_id" TEXT,
    "minutes" JSONB,

    CONSTRAINT "meeting_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "meeting_attendee" (
    "id" TEXT NOT NULL,
    "meeting_id" TEXT NOT NULL,
    "person_id" TEXT,
    "guest" BOOLEAN NOT NULL,
    "name" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "meeting_attendee_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "meeting_open_board_id_key" ON "meeting"("open_board_id");

-- CreateIndex
CREATE UNIQUE INDEX "meeting_snapshot_id_key" ON "meeting"("snapshot_id");

-- CreateIndex
CREATE INDEX "meeting_board_id_opened_at_idx" ON "meeting"("board_id", "opened_at");

-- CreateIndex
CREATE UNIQUE INDEX "meeting_attendee_meeting_id_person_id_key" ON "meeting_attendee"("meeting_id", "person_id");

-- AddForeignKey
ALTER TABLE "meeting" ADD CONSTRAINT "meeting_board_id_fkey" FOREIGN KEY ("board_id") REFERENCES "board"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "meeting" ADD CONSTRAINT "meeting_opened_by_id_fkey" FOREIGN KEY ("opened_by_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "meeting" ADD CONSTRAINT "meeting_facilitator_id_fkey" FOREIGN KEY ("facilitator_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "meeting" ADD CONSTRAINT "meeting_closed_by_id_fkey" FOREIGN KEY ("closed_by_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "meeting" ADD CONSTRAINT "meeting_snapshot_id_fkey" FOREIGN KEY ("snapshot_id") REFERENCES "snapshot"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "meeting_attendee" ADD CONSTRAINT "meeting_attendee_meeting_id_fkey" FOREIGN KEY ("meeting_id") REFERENCES "meeting"("id") ON DELETE CASCADE ON UPDATE CASCADE;
