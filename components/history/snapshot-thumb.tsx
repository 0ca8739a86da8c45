/** A small picture of the board as it was; comes after the page, which does not wait for it. */
export function SnapshotThumb({ snapshotId }: { snapshotId: string }) {
  return (
    <div aria-hidden className="h-32 border-b border-line bg-sunken">
      <img
        src={`/api/v1/snapshots/${snapshotId}/picture`}
        alt=""
        loading="lazy"
        decoding="async"
        className="size-full object-contain"
      />
    </div>
  );
}
