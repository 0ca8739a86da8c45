import type { Locale } from '#board/api/people.ts';

/** Who asks. Every use case takes one and checks rights itself. */
export type Actor = UserActor | GuestActor | { readonly kind: 'nobody' };

export interface UserActor {
  readonly kind: 'user';
  readonly id: string;
  readonly name: string;
  readonly email: string;
  /** Keeps the installation. */
  readonly admin: boolean;
  /** null follows the browser. */
  readonly locale: Locale | null;
  /** Chosen; null follows the browser. */
  readonly timeZone: string | null;
  /** What a browser of theirs told last. */
  readonly browserZone: string | null;
  /** In which a browser of theirs was shown pages last. */
  readonly browserLocale: Locale | null;
}

/** Came in by an invite link; has a name and the boards whose links were opened. */
export interface GuestActor {
  readonly kind: 'guest';
  readonly id: string;
  readonly name: string;
}

export const nobody: Actor = { kind: 'nobody' };
