import { render } from '@testing-library/react';
import { NextIntlClientProvider } from 'next-intl';
import type { TLShapeId } from 'tldraw';
import { beforeEach, describe, expect, test } from 'vitest';
import { pageOf } from '#board/canvases.ts';
import { cardsInView } from '#components/canvas/paint-first-look.ts';
import { firstLookOf } from '#board/first-look.ts';
import { FirstLook } from '#components/canvas/first-look.tsx';
import { keepViews, readViews } from '#components/canvas/kept-views.ts';
import { LiveBoard } from '#components/canvas/live-board.ts';
import { OwnView } from '#components/canvas/own-view.ts';
import { addAction } from '#board/actions.ts';
import messages from '#messages/en.json';
import { actionCard, note, proposal, zone } from '../../board/builders.ts';
import { editing } from './editing-peer.ts';
import { seeded } from './peers.ts';
import { standInForScreen } from './stand-in-screen.ts';

standInForScreen();

beforeEach(() => localStorage.clear());

function filled() {
  const one = editing(
    seeded(
      zone('plan', { kind: 'plan', x: 0, y: 0 }),
      note('near', { x: 40, y: 100, text: 'Wachten aan de balie' }),
      note('far', { x: 90_000, y: 100, text: 'Ver weg' }),
      actionCard('do', 'a1', { canvas: 'pdca', x: 300, y: 100 }),
    ),
  );
  one.board.doc.transact(() => addAction(one.board, proposal({ id: 'a1', title: 'Tweede balie' })));
  return { ...one, window: one.editor.getViewportScreenBounds() };
}

describe('[CANVAS-6] a board before its editor', () => {
  test('is looked at from where the editor will look, at the first visit too', () => {
    const { board, editor, window } = filled();
    const view = new OwnView(editor, 'b1');
    view.goTo(pageOf('pdca'));
    const { camera } = cardsInView(firstLookOf(board), undefined, window);
    const { x, y, z } = editor.getCamera();
    expect(camera.x).toBeCloseTo(x, 3);
    expect(camera.y).toBeCloseTo(y, 3);
    expect(camera.z).toBeCloseTo(z, 6);
  });

  test('has its cards where the editor will have them, and only those in the window', () => {
    const { board, editor, window } = filled();
    const { cards } = cardsInView(firstLookOf(board), { x: 0, y: 0, z: 1 }, window);
    expect(cards.map(({ id }) => id).sort()).toEqual(['shape:do', 'shape:near', 'shape:plan']);
    for (const { id, box } of cards) {
      expect(editor.getShapePageBounds(id as TLShapeId)).toMatchObject(box);
    }
  });

  test.each([
    [{ x: -50, y: -110, z: 1 }, ['Wachten aan de balie', expect.stringMatching(/^Plan/)]],
    [{ x: -350, y: -110, z: 1 }, ['Tweede balie', expect.stringMatching(/^Plan/)]],
  ])('shows the words on what is under the point it looks at', (camera, words) => {
    const live = new LiveBoard(filled().board);
    keepViews('b1', { [pageOf('pdca')]: camera });
    // Without a layout the window is a point.
    const shown = render(
      <NextIntlClientProvider locale="en" messages={messages} timeZone="UTC">
        <FirstLook live={live} viewKey="b1" canvas="pdca" />
      </NextIntlClientProvider>,
    );
    const cards = [...shown.container.querySelectorAll('[data-first-look]')];
    expect(cards.map(({ textContent }) => textContent)).toEqual(words);
    shown.unmount();
  });

  test('comes back to where one looked, unless what was kept cannot be read', () => {
    keepViews('b1', { 'page:pdca': { x: 1, y: 2, z: 0.5 } });
    expect(readViews('b1')).toEqual({ 'page:pdca': { x: 1, y: 2, z: 0.5 } });
    localStorage.setItem('view:b1', '{"page:pdca":{"x":"far"}}');
    expect(readViews('b1')).toEqual({});
  });
});
