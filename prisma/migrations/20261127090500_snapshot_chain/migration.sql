-- Contents move into a table of their own, kept once by their sha256.
CREATE TABLE "snapshot_content" (
    "board_id" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "form" TEXT NOT NULL,
    "base" TEXT,
    "step" INTEGER NOT NULL,
    "spent" INTEGER NOT NULL,
    "size" INTEGER NOT NULL,
    "bytes" BYTEA NOT NULL,
    "checksum" BYTEA NOT NULL,

    CONSTRAINT "snapshot_content_pkey" PRIMARY KEY ("board_id","hash")
);

ALTER TABLE "snapshot_content" ADD CONSTRAINT "snapshot_content_board_id_fkey" FOREIGN KEY ("board_id") REFERENCES "board"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Compressed already, by us.
ALTER TABLE "snapshot_content" ALTER COLUMN "bytes" SET STORAGE EXTERNAL;

ALTER TABLE "snapshot" ADD COLUMN "scheme" INTEGER,
ADD COLUMN "state_hash" TEXT,
ADD COLUMN "document_hash" TEXT,
ADD COLUMN "note_count" INTEGER,
ADD COLUMN "action_count" INTEGER,
ADD COLUMN "task_count" INTEGER,
ADD COLUMN "format" INTEGER,
ADD COLUMN "app" TEXT,
ADD COLUMN "gone_at" TIMESTAMP(3),
ADD COLUMN "seal" TEXT;

UPDATE "snapshot" SET
    "scheme" = 1,
    "state_hash" = encode(sha256("state"), 'hex'),
    "document_hash" = encode(sha256(convert_to("document"::text, 'UTF8')), 'hex'),
    "note_count" = CASE WHEN jsonb_typeof("document"->'notes') = 'array' THEN jsonb_array_length("document"->'notes') ELSE 0 END,
    "action_count" = CASE WHEN jsonb_typeof("document"->'actions') = 'array' THEN jsonb_array_length("document"->'actions') ELSE 0 END,
    "task_count" = coalesce(jsonb_array_length(jsonb_path_query_array("document", 'lax $.actions[*] ? (@.taskId != null)')), 0),
    "format" = 1,
    "app" = '';

INSERT INTO "snapshot_content" ("board_id", "hash", "form", "step", "spent", "size", "bytes", "checksum")
SELECT "board_id", "hash", 'plain', 0, 0, length("bytes"), "bytes",
    sha256(convert_to("hash" || E'\nplain\n\n0\n0\n' || length("bytes") || E'\n', 'UTF8') || "bytes")
FROM (
    SELECT "board_id", "state_hash" AS "hash", "state" AS "bytes" FROM "snapshot"
    UNION ALL
    SELECT "board_id", "document_hash", convert_to("document"::text, 'UTF8') FROM "snapshot"
) AS "content"
ON CONFLICT DO NOTHING;

ALTER TABLE "snapshot" DROP COLUMN "state",
DROP COLUMN "document",
ALTER COLUMN "scheme" SET NOT NULL,
ALTER COLUMN "state_hash" SET NOT NULL,
ALTER COLUMN "document_hash" SET NOT NULL,
ALTER COLUMN "note_count" SET NOT NULL,
ALTER COLUMN "action_count" SET NOT NULL,
ALTER COLUMN "task_count" SET NOT NULL,
ALTER COLUMN "format" SET NOT NULL,
ALTER COLUMN "app" SET NOT NULL,
ALTER COLUMN "created_by_id" DROP NOT NULL;

ALTER TABLE "snapshot" DROP CONSTRAINT "snapshot_created_by_id_fkey";
ALTER TABLE "snapshot" ADD CONSTRAINT "snapshot_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "organisation" ADD COLUMN "keep_daily_days" INTEGER DEFAULT 90,
ADD COLUMN "keep_other_days" INTEGER;
