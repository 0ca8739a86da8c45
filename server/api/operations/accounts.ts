import { z } from 'zod';
import * as people from '#board/api/people.ts';
import { mailView } from '#board/api/mail.ts';
import { listOf } from '#board/api/problem.ts';
import { acceptWelcome } from '../../accounts/accept-welcome.ts';
import { addToken } from '../../accounts/add-token.ts';
import { changeMe } from '../../accounts/change-me.ts';
import { changePassword } from '../../accounts/change-password.ts';
import { listTokens } from '../../accounts/list-tokens.ts';
import { readMe } from '../../accounts/read-me.ts';
import { revokeToken } from '../../accounts/revoke-token.ts';
import { setUp } from '../../accounts/set-up.ts';
import { signOutEverywhere } from '../../accounts/sign-out-everywhere.ts';
import { listOutbox } from '../../mail/list-outbox.ts';
import { operation } from '../operation.ts';
import { wholeList } from '../whole-list.ts';

const tag = 'Accounts';

export const accountOperations = [
  operation({
    tag,
    method: 'POST',
    path: '/setup',
    summary: 'Make the first account, its organisation and its team; once',
    status: 201,
    open: true,
    secret: true,
    body: people.setupInput,
    view: people.setupView,
    run: ({ house, body }) => setUp(house, body),
  }),
  operation({
    tag,
    method: 'POST',
    path: '/welcome',
    summary: 'Choose the password of an account that somebody added',
    status: 201,
    open: true,
    secret: true,
    body: people.welcomeInput,
    view: people.welcomeView,
    run: ({ house, body }) => acceptWelcome(house, body),
  }),
  operation({
    tag,
    method: 'GET',
    path: '/me',
    summary: 'Who I am',
    status: 200,
    view: people.meView,
    run: ({ house, actor }) => readMe(house, actor),
  }),
  operation({
    tag,
    method: 'PATCH',
    path: '/me',
    summary: 'Change my name or language',
    status: 200,
    body: people.changeMeInput,
    view: people.meView,
    run: ({ house, actor, body }) => changeMe(house, actor, body),
  }),
  operation({
    tag,
    method: 'POST',
    path: '/me/password',
    summary: 'Change my password; ends my sessions',
    status: 204,
    body: people.changePasswordInput,
    run: ({ house, actor, body }) => changePassword(house, actor, body),
  }),
  operation({
    tag,
    method: 'DELETE',
    path: '/sessions',
    summary: 'Sign me out everywhere',
    status: 204,
    run: ({ house, actor }) => signOutEverywhere(house, actor),
  }),
  operation({
    tag,
    method: 'GET',
    path: '/tokens',
    summary: 'My API tokens',
    status: 200,
    view: listOf(people.tokenView),
    run: async ({ house, actor }) => wholeList(await listTokens(house, actor)),
  }),
  operation({
    tag,
    method: 'POST',
    path: '/tokens',
    summary: 'Make an API token, shown once',
    status: 201,
    secret: true,
    body: people.addTokenInput,
    view: people.newTokenView,
    run: ({ house, actor, body }) => addToken(house, actor, body),
  }),
  operation({
    tag,
    method: 'DELETE',
    path: '/tokens/:tokenId',
    summary: 'End one of my API tokens',
    status: 204,
    run: ({ house, actor, param }) => revokeToken(house, actor, param('tokenId')),
  }),
  operation({
    tag,
    method: 'GET',
    path: '/outbox',
    summary: 'The newest mails, sent or waiting; for administrators',
    status: 200,
    view: z.object({ items: z.array(mailView), nextCursor: z.null() }),
    run: async ({ house, actor }) => wholeList(await listOutbox(house, actor)),
  }),
];
