import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { MeetingView } from '#board/api/meetings.ts';
import { useBoardTools } from '#components/board/board-tools.tsx';
import type { ListedAction } from '#components/board/listed-actions.ts';
import { SidePanel } from '#components/board/side-panel.tsx';
import { useLive } from '#components/canvas/live-map.ts';
import { useProblemWords } from '#components/forms/problem-words.ts';
import { Skeleton } from '#components/ui/skeleton.tsx';
import { Agenda } from './agenda.tsx';
import { CloseMeeting } from './close-meeting.tsx';
import { ClosedNote } from './closed-note.tsx';
import { GoingOn } from './going-on.tsx';
import { OpenMeeting } from './open-meeting.tsx';
import { useAgenda } from './use-agenda.ts';

interface Props {
  actions: readonly ListedAction[];
  today: string;
  onShow: (actionId: string) => void;
  onNewDay: (actionId: string) => void;
  onHolding: (actionId: string) => void;
  onClose: () => void;
}

/** The meeting beside the board: what was promised comes first, and nothing is left undecided at the end. */
export function MeetingPanel({ actions, today, onClose, ...deeds }: Props) {
  const t = useTranslations('meetings');
  const problemWords = useProblemWords();
  const { live } = useBoardTools();
  const open = useLive(live.openMeeting, '');
  const { agenda, problem } = useAgenda();
  const [closing, setClosing] = useState(false);
  const [closed, setClosed] = useState<MeetingView | null>(null);
  const isClosing = closing && open !== null;
  return (
    <SidePanel id="meeting-panel" title={t('title')} roomy onClose={onClose}>
      <div className="flex flex-col gap-6">
        {open ? (
          <GoingOn open={open} closing={isClosing} onClosing={setClosing} />
        ) : closed ? (
          <ClosedNote meeting={closed} onAgain={() => setClosed(null)} />
        ) : (
          agenda && <OpenMeeting agenda={agenda} />
        )}
        {problem && <p role="alert">{problemWords(problem)}</p>}
        {!agenda && !problem && <Skeleton className="h-60" />}
        {agenda && isClosing && (
          <CloseMeeting
            meetingId={open.meetingId}
            facilitatorId={open.facilitator.id}
            actions={actions}
            agenda={agenda}
            onShow={deeds.onShow}
            onClosed={(meeting) => {
              setClosed(meeting);
              setClosing(false);
            }}
          />
        )}
        {agenda && !isClosing && !(closed && !open) && (
          <Agenda agenda={agenda} today={today} {...deeds} />
        )}
      </div>
    </SidePanel>
  );
}
