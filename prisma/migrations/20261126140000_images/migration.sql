-- Pictures on boards: made anew from what was uploaded, served with the rights of the board.
CREATE TABLE "board_image" (
    "id" TEXT NOT NULL,
    "board_id" TEXT NOT NULL,
    "width" INTEGER NOT NULL,
    "height" INTEGER NOT NULL,
    "bytes" BYTEA NOT NULL,
    "size" INTEGER NOT NULL,
    "by_id" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "board_image_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "board_image_board_id_idx" ON "board_image"("board_id");

ALTER TABLE "board_image" ADD CONSTRAINT "board_image_board_id_fkey" FOREIGN KEY ("board_id") REFERENCES "board"("id") ON DELETE CASCADE ON UPDATE CASCADE;
