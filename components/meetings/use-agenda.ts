import { useEffect, useState } from 'react';
import { agendaView } from '#board/api/meetings.ts';
import type { AgendaView } from '#board/api/meetings.ts';
import { useBoardTools } from '#components/board/board-tools.tsx';
import { callApi } from '#components/api/call-api.ts';
import { useLive, useLiveAll } from '#components/canvas/live-map.ts';
import type { Refused } from '#components/forms/problem-words.ts';

interface Agenda {
  readonly agenda?: AgendaView;
  readonly problem?: Refused;
}

/** What the team looks at first, asked for anew whenever a promise or the meeting changes. */
export function useAgenda(): Agenda {
  const { boardId, live } = useBoardTools();
  const tasks = useLiveAll(live.tasks);
  const open = useLive(live.openMeeting, '');
  const [state, setState] = useState<Agenda>({});
  const stands = [
    open?.meetingId ?? '',
    ...tasks.map((task) => `${task?.taskId} ${task?.revision}`),
  ].join(' ');
  useEffect(() => {
    let wanted = true;
    const path = `/boards/${boardId}/agenda`;
    void callApi({ method: 'GET', path, view: agendaView }).then((answer) => {
      if (!wanted) return;
      // What was shown stays while the server cannot be reached.
      setState((now) =>
        answer.ok ? { agenda: answer.value } : { ...now, problem: answer.problem },
      );
    });
    return () => {
      wanted = false;
    };
  }, [boardId, stands]);
  return state;
}
