-- AlterTable
ALTER TABLE "board" ADD COLUMN     "epoch_from" INTEGER NOT NULL DEFAULT 1,
ADD COLUMN     "log_seq" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "board_state" ADD COLUMN     "proven" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "board_update" ADD COLUMN     "writer" TEXT,
ADD COLUMN     "writer_seq" INTEGER;

-- CreateTable
CREATE TABLE "board_client" (
    "board_id" TEXT NOT NULL,
    "client_id" BIGINT NOT NULL,
    "person_id" TEXT NOT NULL,

    CONSTRAINT "board_client_pkey" PRIMARY KEY ("board_id","client_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "board_update_board_id_writer_writer_seq_key" ON "board_update"("board_id", "writer", "writer_seq");

-- AddForeignKey
ALTER TABLE "board_client" ADD CONSTRAINT "board_client_board_id_fkey" FOREIGN KEY ("board_id") REFERENCES "board"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Boards that have a log go on after its newest row.
UPDATE "board" SET "log_seq" = GREATEST(
  (SELECT COALESCE(max("seq"), 0) FROM "board_update" WHERE "board_id" = "board"."id"),
  (SELECT COALESCE(max("seq"), 0) FROM "board_state" WHERE "board_id" = "board"."id"));
UPDATE "board_state" SET "proven" = true;

-- Every append raises log_seq: room on each page lets the new version of a row lie beside the old one.
ALTER TABLE "board" SET (fillfactor = 50);
