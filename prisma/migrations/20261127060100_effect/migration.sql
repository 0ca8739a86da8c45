-- From a checked effect to a standard: holding checks, what was expected when the work began, and the learning log.
CREATE TYPE "holding_result" AS ENUM ('held', 'relapsed', 'cancelled');

CREATE TYPE "learning_kind" AS ENUM ('effect', 'relapse', 'cycle');

ALTER TABLE "task" ADD COLUMN "tell" TEXT,
ADD COLUMN "reached" BOOLEAN,
ADD COLUMN "dropped_reason" TEXT,
ADD COLUMN "frozen_at" TIMESTAMP(3),
ADD COLUMN "frozen_expected" DOUBLE PRECISION,
ADD COLUMN "frozen_observation" TEXT,
ADD COLUMN "frozen_check_on" TEXT;

CREATE TABLE "holding_check" (
    "id" TEXT NOT NULL,
    "task_id" TEXT NOT NULL,
    "after" INTEGER NOT NULL,
    "due_on" TEXT NOT NULL,
    "result" "holding_result",
    "done_at" TIMESTAMP(3),
    "done_by_id" TEXT,
    "reading" DOUBLE PRECISION,
    "observation" TEXT,
    "note" TEXT,
    "reached" BOOLEAN,
    "created_at" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "holding_check_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "learning" (
    "id" TEXT NOT NULL,
    "kind" "learning_kind" NOT NULL,
    "team_id" TEXT NOT NULL,
    "board_id" TEXT NOT NULL,
    "task_id" TEXT,
    "cycle_id" TEXT,
    "cycle_number" INTEGER,
    "by_id" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,
    "title" TEXT NOT NULL,
    "measure_name" TEXT,
    "unit" TEXT,
    "expected_value" DOUBLE PRECISION,
    "expected_words" TEXT,
    "happened_value" DOUBLE PRECISION,
    "happened_words" TEXT,
    "reached" BOOLEAN,
    "outcome" "effect_outcome",
    "learned" TEXT,
    "tell" TEXT,
    "search_text" TEXT NOT NULL,

    CONSTRAINT "learning_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "holding_check_task_id_due_on_idx" ON "holding_check"("task_id", "due_on");

CREATE INDEX "learning_team_id_at_idx" ON "learning"("team_id", "at");

CREATE UNIQUE INDEX "learning_board_id_cycle_id_key" ON "learning"("board_id", "cycle_id");

ALTER TABLE "holding_check" ADD CONSTRAINT "holding_check_task_id_fkey" FOREIGN KEY ("task_id") REFERENCES "task"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "holding_check" ADD CONSTRAINT "holding_check_done_by_id_fkey" FOREIGN KEY ("done_by_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

ALTER TABLE "learning" ADD CONSTRAINT "learning_team_id_fkey" FOREIGN KEY ("team_id") REFERENCES "team"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "learning" ADD CONSTRAINT "learning_board_id_fkey" FOREIGN KEY ("board_id") REFERENCES "board"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "learning" ADD CONSTRAINT "learning_task_id_fkey" FOREIGN KEY ("task_id") REFERENCES "task"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "learning" ADD CONSTRAINT "learning_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Work that is under way was begun with what is expected now; nobody could change that until here.
UPDATE "task" SET
    "frozen_at" = "updated_at",
    "frozen_expected" = "expected",
    "frozen_observation" = "observation",
    "frozen_check_on" = "check_on"
WHERE "state" NOT IN ('agreed', 'dropped');

-- Effects that were checked before there was a log.
INSERT INTO "learning" ("id", "kind", "team_id", "board_id", "task_id", "by_id", "at", "title",
    "measure_name", "unit", "expected_value", "expected_words", "happened_value", "happened_words",
    "outcome", "learned", "search_text")
SELECT "event"."id", 'effect', "task"."team_id", "task"."board_id", "task"."id", "event"."actor_id",
    "event"."at", "task"."title", "measure"."name", "measure"."unit", "task"."expected",
    "task"."observation", ("event"."data"->>'reading')::DOUBLE PRECISION,
    "event"."data"->>'observation', ("event"."data"->>'outcome')::"effect_outcome",
    "event"."data"->>'learned',
    translate(lower(concat_ws(' ', "task"."title", "measure"."name", "task"."observation",
        "event"."data"->>'observation', "event"."data"->>'learned')),
        'áàâäãåéèêëíìîïóòôöõúùûüçñÁÀÂÄÃÅÉÈÊËÍÌÎÏÓÒÔÖÕÚÙÛÜÇÑ',
        'aaaaaaeeeeiiiiooooouuuucnaaaaaaeeeeiiiiooooouuuucn')
FROM "task_event" AS "event"
JOIN "task" ON "task"."id" = "event"."task_id"
JOIN "user" ON "user"."id" = "event"."actor_id"
LEFT JOIN "measure" ON "measure"."id" = "task"."measure_id"
WHERE "event"."kind" = 'effect';

-- What worked before there were holding checks has to hold as well: a month and a season from now.
INSERT INTO "holding_check" ("id", "task_id", "after", "due_on", "created_at")
SELECT "task"."id" || '-' || "days"."after", "task"."id", "days"."after",
    to_char(CURRENT_DATE + "days"."after", 'YYYY-MM-DD'), CURRENT_TIMESTAMP
FROM "task"
CROSS JOIN (VALUES (30), (90)) AS "days"("after")
WHERE "task"."state" = 'effect_checked' AND "task"."outcome" = 'worked';
