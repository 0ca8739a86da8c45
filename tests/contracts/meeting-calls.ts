import { addAttendee } from '#server/meetings/add-attendee.ts';
import { openMeeting } from '#server/meetings/open-meeting.ts';
import { ofBoard } from './contract.ts';
import type { GoodCall, Maker } from './contract.ts';

/** An open meeting that whoever asks facilitates, if they may. */
const someMeeting = (more: Partial<GoodCall> = {}): Maker => {
  return async ({ house, people, things: { boardId } }, asker) => {
    await house.db.meeting.deleteMany({ where: { boardId } });
    const team = [people.manager, people.member, people.coach];
    const by = team.find((person) => person === asker) ?? people.member;
    const { meeting } = await openMeeting(house, by.actor, boardId, {});
    return { params: { meetingId: meeting.id }, boardId, ...more };
  };
};

/** Good calls about meetings. */
export const meetingCalls: Readonly<Record<string, Maker>> = {
  'GET /boards/:boardId/meetings': ofBoard(),
  'POST /boards/:boardId/meetings': async ({ house, people, things: { boardId } }) => {
    await house.db.meeting.deleteMany({ where: { boardId } });
    const facilitator = people.member.actor.id;
    const body = { facilitator, nextOn: '2099-12-31', nextAt: '09:30' };
    return { params: { boardId }, body, boardId };
  },
  'GET /boards/:boardId/agenda': ofBoard(),
  'PATCH /boards/:boardId/next-meeting': ofBoard({
    body: { nextOn: '2099-12-31', nextAt: '09:30' },
  }),
  'GET /meetings/:meetingId': someMeeting(),
  'POST /meetings/:meetingId/close': someMeeting({
    body: { nextOn: '2099-12-31', nextAt: '09:30', override: 'Het brandalarm ging' },
  }),
  'POST /meetings/:meetingId/attendees': someMeeting({ body: { name: 'Ineke' } }),
  'DELETE /meetings/:meetingId/attendees/:attendeeId': async (contract) => {
    const { house, people } = contract;
    const { boardId, params } = await someMeeting()(contract, undefined);
    const meetingId = params?.['meetingId'] ?? '';
    const { present } = await addAttendee(house, people.member.actor, meetingId, { name: 'Weg' });
    const attendeeId = present.find(({ name }) => name === 'Weg')?.id ?? '';
    return { params: { meetingId, attendeeId }, ...(boardId && { boardId }) };
  },
  'GET /meetings/:meetingId/minutes.json': someMeeting(),
  'GET /meetings/:meetingId/minutes.md': someMeeting({ query: { locale: 'nl' } }),
  'GET /meetings/:meetingId/minutes.csv': someMeeting({ query: { locale: 'nl' } }),
  'GET /meetings/:meetingId/minutes.pdf': someMeeting({ query: { locale: 'nl' } }),
};
