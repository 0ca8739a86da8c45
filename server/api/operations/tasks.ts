import { listOf } from '#board/api/problem.ts';
import * as tasks from '#board/api/tasks.ts';
import { answerHolding } from '../../tasks/answer-holding.ts';
import { changeTask } from '../../tasks/change-task.ts';
import { changeTasks } from '../../tasks/change-tasks.ts';
import { checkEffect } from '../../tasks/check-effect.ts';
import { declineTask } from '../../tasks/decline-task.ts';
import { listTasks } from '../../tasks/list-tasks.ts';
import { readTask } from '../../tasks/read-task.ts';
import { operation } from '../operation.ts';

const tag = 'Tasks';

export const taskOperations = [
  operation({
    tag,
    method: 'GET',
    path: '/tasks',
    summary: 'Tasks of my teams, by due date',
    status: 200,
    query: tasks.tasksQuery,
    view: listOf(tasks.taskView),
    run: ({ house, actor, query }) => listTasks(house, actor, query),
  }),
  operation({
    tag,
    method: 'GET',
    path: '/tasks/:taskId',
    summary: 'A task with its story',
    status: 200,
    view: tasks.taskStoryView,
    run: ({ house, actor, param }) => readTask(house, actor, param('taskId')),
  }),
  operation({
    tag,
    method: 'PATCH',
    path: '/tasks/:taskId',
    summary: 'Move or change a task; 409 when somebody was before you',
    status: 200,
    body: tasks.changeTaskInput,
    view: tasks.taskView,
    run: ({ house, actor, param, body }) => changeTask(house, actor, param('taskId'), body),
  }),
  operation({
    tag,
    method: 'POST',
    path: '/tasks/changes',
    summary: 'Move or change several tasks; the answer says for each what became of it',
    status: 200,
    body: tasks.changeTasksInput,
    view: tasks.changedTasksView,
    run: ({ house, actor, body }) => changeTasks(house, actor, body),
  }),
  operation({
    tag,
    method: 'POST',
    path: '/tasks/:taskId/decline',
    summary: 'Decline a promise that somebody else gave me, on the day or in the meeting of it',
    status: 200,
    body: tasks.declineTaskInput,
    view: tasks.taskView,
    run: ({ house, actor, param, body }) => declineTask(house, actor, param('taskId'), body),
  }),
  operation({
    tag,
    method: 'POST',
    path: '/tasks/:taskId/effect',
    summary: 'Close a done task by what it brought',
    status: 201,
    body: tasks.checkEffectInput,
    view: tasks.taskView,
    run: ({ house, actor, param, body }) => checkEffect(house, actor, param('taskId'), body),
  }),
  operation({
    tag,
    method: 'POST',
    path: '/tasks/:taskId/holding-checks/:checkId',
    summary: 'Say whether what worked still does; a relapse reopens the task',
    status: 201,
    body: tasks.answerHoldingInput,
    view: tasks.taskView,
    run: ({ house, actor, param, body }) =>
      answerHolding(house, actor, { taskId: param('taskId'), checkId: param('checkId') }, body),
  }),
];
