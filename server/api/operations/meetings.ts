import { z } from 'zod';
import * as meetings from '#board/api/meetings.ts';
import { listOf } from '#board/api/problem.ts';
import { nextMeeting } from '#board/meetings.ts';
import { minutes } from '#board/minutes.ts';
import { addAttendee } from '../../meetings/add-attendee.ts';
import { closeMeeting } from '../../meetings/close-meeting.ts';
import { exportMinutes } from '../../meetings/export-minutes.ts';
import type { MinutesFile } from '../../meetings/export-minutes.ts';
import { listMeetings } from '../../meetings/list-meetings.ts';
import { openMeeting } from '../../meetings/open-meeting.ts';
import { planMeeting } from '../../meetings/plan-meeting.ts';
import { readAgenda } from '../../meetings/read-agenda.ts';
import { readMeeting } from '../../meetings/read-meeting.ts';
import { readMinutes } from '../../meetings/read-minutes.ts';
import { removeAttendee } from '../../meetings/remove-attendee.ts';
import { downloadHeaders } from '../download-headers.ts';
import { operation, Reply } from '../operation.ts';
import { wholeList } from '../whole-list.ts';

const tag = 'Meetings';

const types: Record<MinutesFile, string> = {
  md: 'text/markdown; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
  pdf: 'application/pdf',
};

function minutesFile(file: MinutesFile, summary: string) {
  return operation({
    tag,
    method: 'GET',
    path: `/meetings/:meetingId/minutes.${file}`,
    summary,
    status: 200,
    query: meetings.minutesQuery,
    bytes: true,
    view: z.custom<Uint8Array>(),
    run: async ({ house, actor, param, query, locale }) => {
      const asked = { file, locale: query.locale ?? locale };
      const { name, bytes } = await exportMinutes(house, actor, param('meetingId'), asked);
      return new Reply(bytes, { headers: downloadHeaders(name, file, types[file]) });
    },
  });
}

export const meetingOperations = [
  operation({
    tag,
    method: 'GET',
    path: '/boards/:boardId/meetings',
    summary: 'The meetings of a board, newest first',
    status: 200,
    view: listOf(meetings.meetingView),
    run: async ({ house, actor, param }) =>
      wholeList(await listMeetings(house, actor, param('boardId'))),
  }),
  operation({
    tag,
    method: 'POST',
    path: '/boards/:boardId/meetings',
    summary: 'Open the meeting of a board; 200 with the one that is open already',
    status: 201,
    body: meetings.openMeetingInput,
    view: meetings.meetingView,
    run: async ({ house, actor, param, body }) => {
      const { meeting, made } = await openMeeting(house, actor, param('boardId'), body);
      return new Reply(meeting, made ? {} : { status: 200 });
    },
  }),
  operation({
    tag,
    method: 'GET',
    path: '/boards/:boardId/agenda',
    summary:
      'What an opening looks at first: promises by group, and what changed since the last one',
    status: 200,
    view: meetings.agendaView,
    run: ({ house, actor, param }) => readAgenda(house, actor, param('boardId')),
  }),
  operation({
    tag,
    method: 'PATCH',
    path: '/boards/:boardId/next-meeting',
    summary: 'Plan the next meeting of a board, or take the plan back',
    status: 200,
    body: meetings.planMeetingInput,
    view: z.object({ next: z.nullable(nextMeeting) }),
    run: ({ house, actor, param, body }) => planMeeting(house, actor, param('boardId'), body),
  }),
  operation({
    tag,
    method: 'GET',
    path: '/meetings/:meetingId',
    summary: 'A meeting: when, who, and what it came to',
    status: 200,
    view: meetings.meetingView,
    run: ({ house, actor, param }) => readMeeting(house, actor, param('meetingId')),
  }),
  operation({
    tag,
    method: 'POST',
    path: '/meetings/:meetingId/close',
    summary: 'Close a meeting; 422 names what is undecided, 200 when it had closed before',
    status: 201,
    body: meetings.closeMeetingInput,
    view: meetings.meetingView,
    run: async ({ house, actor, param, body }) => {
      const { meeting, made } = await closeMeeting(house, actor, param('meetingId'), body);
      return new Reply(meeting, made ? {} : { status: 200 });
    },
  }),
  operation({
    tag,
    method: 'POST',
    path: '/meetings/:meetingId/attendees',
    summary: 'Write down somebody who is there without being on the board',
    status: 201,
    body: meetings.addAttendeeInput,
    view: meetings.meetingView,
    run: ({ house, actor, param, body }) => addAttendee(house, actor, param('meetingId'), body),
  }),
  operation({
    tag,
    method: 'DELETE',
    path: '/meetings/:meetingId/attendees/:attendeeId',
    summary: 'Take somebody off the list of who is there',
    status: 204,
    run: ({ house, actor, param }) =>
      removeAttendee(house, actor, {
        meetingId: param('meetingId'),
        attendeeId: param('attendeeId'),
      }),
  }),
  operation({
    tag,
    method: 'GET',
    path: '/meetings/:meetingId/minutes.json',
    summary: 'The minutes; of a meeting that goes on, those so far',
    status: 200,
    view: minutes,
    run: ({ house, actor, param }) => readMinutes(house, actor, param('meetingId')),
  }),
  minutesFile('md', 'The minutes as Markdown'),
  minutesFile('csv', 'The minutes as CSV'),
  minutesFile('pdf', 'The minutes as PDF'),
];
