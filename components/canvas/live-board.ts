import { readAction } from '#board/actions.ts';
import type { Action } from '#board/actions.ts';
import { readCycle } from '#board/cycles.ts';
import type { Cycle } from '#board/cycles.ts';
import { readBoardFact, readConsent, readMeasure, readPeople, readTask } from '#board/document.ts';
import type { BoardDocument } from '#board/document.ts';
import type { ConsentRound } from '#board/consent.ts';
import { BOARD_KEY, consentKey, measureKey, PEOPLE_KEY, taskKey } from '#board/facts.ts';
import type { BoardFact, MeasureFact, PeopleFact, TaskFact } from '#board/facts.ts';
import { marksKey, readMarks } from '#board/marks.ts';
import type { Mark } from '#board/marks.ts';
import { readMeetingFacts } from '#board/meetings.ts';
import type { NextMeeting, OpenMeeting } from '#board/meetings.ts';
import { readKnowledge } from '#board/knowledge.ts';
import type { KnowledgeItem } from '#board/knowledge.ts';
import { LiveMap } from './live-map.ts';

/** What cards and panels show of a board beside its shapes, kept up to date. */
export class LiveBoard {
  readonly board: BoardDocument;
  readonly actions: LiveMap<Action | undefined>;
  readonly knowledge: LiveMap<KnowledgeItem | undefined>;
  readonly cycles: LiveMap<Cycle | undefined>;
  /** By action id. */
  readonly tasks: LiveMap<TaskFact | undefined>;
  /** The newest round of consent on a proposal, by action id. */
  readonly consent: LiveMap<ConsentRound | undefined>;
  readonly measures: LiveMap<MeasureFact | undefined>;
  /** One entry with the empty id. */
  readonly people: LiveMap<PeopleFact>;
  /** One entry with the empty id. */
  readonly about: LiveMap<BoardFact | undefined>;
  /** Of a note, an action, a topic or a text; of the whole board with the empty id. */
  readonly marks: LiveMap<readonly Mark[]>;
  /** One entry with the empty id: the meeting that is going on. */
  readonly openMeeting: LiveMap<OpenMeeting | null>;
  /** One entry with the empty id: when the team meets again. */
  readonly nextMeeting: LiveMap<NextMeeting | null>;

  constructor(board: BoardDocument) {
    const { actions, knowledge, cycles, facts, meeting } = board;
    this.board = board;
    this.actions = new LiveMap(actions, '', (id) => readAction(board, id));
    this.knowledge = new LiveMap(knowledge, '', (id) => readKnowledge(board, id));
    this.cycles = new LiveMap(cycles, '', (id) => readCycle(board, id));
    this.tasks = new LiveMap(facts, taskKey(''), (id) => readTask(board, id));
    this.consent = new LiveMap(facts, consentKey(''), (id) => readConsent(board, id));
    this.measures = new LiveMap(facts, measureKey(''), (id) => readMeasure(board, id));
    this.marks = new LiveMap(facts, marksKey(''), (id) => readMarks(board, id));
    this.people = new LiveMap(facts, PEOPLE_KEY, () => readPeople(board));
    this.about = new LiveMap(facts, BOARD_KEY, () => readBoardFact(board));
    this.openMeeting = new LiveMap(meeting, 'open', () => readMeetingFacts(board).open);
    this.nextMeeting = new LiveMap(meeting, 'next', () => readMeetingFacts(board).next);
  }

  /** Follows the document; the answer stops it. */
  start(): () => void {
    const { actions, knowledge, cycles, tasks, measures, people, about, marks } = this;
    const maps = [actions, knowledge, cycles, tasks, measures, people, about, marks];
    const stops = [...maps, this.consent, this.openMeeting, this.nextMeeting].map((map) =>
      map.start(),
    );
    return () => stops.forEach((stop) => stop());
  }
}
