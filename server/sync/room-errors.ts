/** The room ended before the work was begun: open it again and ask once more. */
export class RoomClosed extends Error {
  override readonly name = 'RoomClosed';
}

/** The database does not answer, so that nothing can be changed at present. */
export class NotSaving extends Error {
  override readonly name = 'NotSaving';
}
