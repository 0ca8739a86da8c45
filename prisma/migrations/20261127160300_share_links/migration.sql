-- Links under which anybody may look at one snapshot for a while.
CREATE TABLE "share_link" (
    "id" TEXT NOT NULL,
    "snapshot_id" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "created_by_id" TEXT NOT NULL,
    "created_at" TIMESTAMP(3) NOT NULL,
    "expires_at" TIMESTAMP(3) NOT NULL,
    "ended_at" TIMESTAMP(3),
    "opened_at" TIMESTAMP(3),

    CONSTRAINT "share_link_pkey" PRIMARY KEY ("id")
);

CREATE UNIQUE INDEX "share_link_hash_key" ON "share_link"("hash");

CREATE INDEX "share_link_snapshot_id_idx" ON "share_link"("snapshot_id");

ALTER TABLE "share_link" ADD CONSTRAINT "share_link_snapshot_id_fkey" FOREIGN KEY ("snapshot_id") REFERENCES "snapshot"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "share_link" ADD CONSTRAINT "share_link_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
