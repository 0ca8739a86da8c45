import { useTranslations } from 'next-intl';
import { useCallback } from 'react';
import { taskView } from '#board/api/tasks.ts';
import { earliestDay } from '#board/calendar.ts';
import type { TaskState } from '#board/facts.ts';
import { missingForConfirm } from '#board/ladder.ts';
import { laneStep } from '#board/lanes.ts';
import type { Lane } from '#board/lanes.ts';
import { callApi } from '#components/api/call-api.ts';
import { rungOf } from '#components/canvas/ladder-looks.ts';
import type { LiveBoard } from '#components/canvas/live-board.ts';
import { useFieldWords, useProblemWords } from '#components/forms/problem-words.ts';
import type { BoardConnection } from '#components/sync/board-connection.ts';
import { useToast } from '#components/ui/toast.tsx';
import { untilSaved } from './until-saved.ts';

interface LaneDeps {
  readonly boardId: string;
  readonly live: LiveBoard;
  readonly connection: BoardConnection;
  readonly mayPromise: boolean;
  readonly moveTask: (actionId: string, to: TaskState) => Promise<boolean>;
  readonly openConfirm: (actionId: string) => void;
  readonly openEffect: (actionId: string) => void;
}

/** Answers whether the card may lie there; if not, it says what is missing. [ACT-8] */
export type EnterLane = (actionId: string, lane: Lane) => Promise<boolean>;

/** Dragging a card into a lane takes that step, if its gate allows. */
export function useLanes(deps: LaneDeps): EnterLane {
  const { boardId, live, connection, mayPromise, moveTask, openConfirm, openEffect } = deps;
  const t = useTranslations('board.lane');
  const say = useToast();
  const fieldWords = useFieldWords();
  const problemWords = useProblemWords();

  const confirm = useCallback(
    async (actionId: string): Promise<boolean> => {
      const action = live.actions.get(actionId);
      const missing = action ? missingForConfirm(action, earliestDay(new Date())) : [];
      if (missing.length > 0) {
        say({ tone: 'bad', text: t('missing', { what: missing.map(fieldWords).join(' ') }) });
        openConfirm(actionId);
        return false;
      }
      if (!(await untilSaved(connection))) return false;
      const path = `/boards/${boardId}/actions/${actionId}/confirm`;
      const answer = await callApi({ method: 'POST', path, body: {}, view: taskView });
      if (!answer.ok) say({ tone: 'bad', text: problemWords(answer.problem) });
      else say({ text: t('confirmed', { owner: answer.value.owner.name }) });
      return answer.ok;
    },
    [boardId, live, connection, openConfirm, say, t, fieldWords, problemWords],
  );

  return useCallback(
    async (actionId, lane) => {
      const rung = rungOf(live.actions.get(actionId), live.tasks.get(actionId));
      const step = rung && laneStep(rung, lane);
      if (!step || step.is === 'stay') return true;
      if (!mayPromise) {
        say({ tone: 'bad', text: t('mayNot') });
        return false;
      }
      switch (step.is) {
        case 'confirm':
          return confirm(actionId);
        case 'move':
          return moveTask(actionId, step.to);
        case 'check-effect':
          openEffect(actionId);
          return false;
        case 'refused':
          say({ tone: 'bad', text: t(`refused.${step.why}`) });
          return false;
      }
    },
    [live, mayPromise, confirm, moveTask, openEffect, say, t],
  );
}
