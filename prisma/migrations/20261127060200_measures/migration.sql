-- Readings are corrected beside what they were; targets are proposed, answered and all kept.
CREATE TYPE "target_state" AS ENUM ('proposed', 'agreed', 'countered', 'replaced');

ALTER TABLE "measure" ADD COLUMN     "pending_id" TEXT,
ADD COLUMN     "revision" INTEGER NOT NULL DEFAULT 1;

ALTER TABLE "reading" ADD COLUMN     "revision" INTEGER NOT NULL DEFAULT 1,
ADD COLUMN     "withdrawn_at" TIMESTAMP(3);

CREATE TABLE "correction" (
    "reading_id" TEXT NOT NULL,
    "revision" INTEGER NOT NULL,
    "was_at" TEXT NOT NULL,
    "was_value" DOUBLE PRECISION NOT NULL,
    "was_withdrawn" BOOLEAN NOT NULL,
    "reason" TEXT NOT NULL,
    "by_id" TEXT NOT NULL,
    "corrected_at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "correction_pkey" PRIMARY KEY ("reading_id","revision")
);

CREATE TABLE "target" (
    "id" TEXT NOT NULL,
    "measure_id" TEXT NOT NULL,
    "value" DOUBLE PRECISION NOT NULL,
    "by" TEXT,
    "why" TEXT NOT NULL,
    "state" "target_state" NOT NULL,
    "counter_to" TEXT,
    "proposed_by_id" TEXT,
    "proposed_as" "team_role",
    "proposed_at" TIMESTAMP(3) NOT NULL,
    "answered_by_id" TEXT,
    "answered_at" TIMESTAMP(3),
    "answer" TEXT,

    CONSTRAINT "target_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "target_measure_id_proposed_at_idx" ON "target"("measure_id", "proposed_at");

ALTER TABLE "correction" ADD CONSTRAINT "correction_reading_id_fkey" FOREIGN KEY ("reading_id") REFERENCES "reading"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "correction" ADD CONSTRAINT "correction_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "target" ADD CONSTRAINT "target_measure_id_fkey" FOREIGN KEY ("measure_id") REFERENCES "measure"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "target" ADD CONSTRAINT "target_proposed_by_id_fkey" FOREIGN KEY ("proposed_by_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

ALTER TABLE "target" ADD CONSTRAINT "target_answered_by_id_fkey" FOREIGN KEY ("answered_by_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- Targets that measures have already hold from the start.
INSERT INTO "target" ("id", "measure_id", "value", "by", "why", "state", "proposed_by_id", "proposed_at")
SELECT 'T' || "measure"."id", "measure"."id", "measure"."target", "measure"."target_by", '', 'agreed',
  (SELECT "user"."id" FROM "audit" JOIN "user" ON "user"."id" = "audit"."actor"
    WHERE "audit"."deed" = 'measure.add' AND "audit"."subject" = "measure"."id" LIMIT 1),
  "measure"."created_at"
FROM "measure" WHERE "measure"."target" IS NOT NULL;
