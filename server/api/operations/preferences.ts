import * as preferences from '#board/api/preferences.ts';
import { changePreferences } from '../../accounts/change-preferences.ts';
import { readPreferences } from '../../accounts/read-preferences.ts';
import { endFeed } from '../../calendar/end-feed.ts';
import { readFeed } from '../../calendar/read-feed.ts';
import { renewFeed } from '../../calendar/renew-feed.ts';
import { unsubscribe } from '../../mail/unsubscribe.ts';
import { operation } from '../operation.ts';

const tag = 'Accounts';

export const preferenceOperations = [
  operation({
    tag,
    method: 'GET',
    path: '/me/preferences',
    summary: 'Which mails I want, and my time zone',
    status: 200,
    view: preferences.preferencesView,
    run: ({ house, actor }) => readPreferences(house, actor),
  }),
  operation({
    tag,
    method: 'PATCH',
    path: '/me/preferences',
    summary: 'Change which mails I want, or my time zone',
    status: 200,
    body: preferences.changePreferencesInput,
    view: preferences.preferencesView,
    run: ({ house, actor, body }) => changePreferences(house, actor, body),
  }),
  operation({
    tag,
    method: 'GET',
    path: '/me/calendar',
    summary: 'Whether calendar programs can read my tasks',
    status: 200,
    view: preferences.calendarFeedView,
    run: ({ house, actor }) => readFeed(house, actor),
  }),
  operation({
    tag,
    method: 'POST',
    path: '/me/calendar',
    summary: 'Make an address for calendar programs, shown once; the one before ends',
    status: 201,
    secret: true,
    view: preferences.newCalendarFeedView,
    run: ({ house, actor }) => renewFeed(house, actor),
  }),
  operation({
    tag,
    method: 'DELETE',
    path: '/me/calendar',
    summary: 'End the address for calendar programs',
    status: 204,
    run: ({ house, actor }) => endFeed(house, actor),
  }),
  operation({
    tag,
    method: 'POST',
    path: '/unsubscribe',
    summary: 'End the mails that a link in a mail is about',
    status: 200,
    open: true,
    body: preferences.unsubscribeInput,
    view: preferences.unsubscribedView,
    run: ({ house, body }) => unsubscribe(house, body),
  }),
];
