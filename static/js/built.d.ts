/** What build.mjs makes: one list of kinds for each face of an activity. */
type Face = (props: any) => import('preact').ComponentChild;

declare module 'koottam:kinds/Trainee' {
  export const kinds: Record<string, Face>;
  /** Faces that the phone fetches when a day needs them; empty in the other builds. */
  export const later: Record<string, (() => Promise<Face>) | undefined>;
}
declare module 'koottam:kinds/Trainer' {
  export const kinds: Record<string, Face>;
}
declare module 'koottam:kinds/Review' {
  export const kinds: Record<string, Face>;
  export const later: Record<string, (() => Promise<Face>) | undefined>;
}
declare module 'koottam:kinds/Screen' {
  export const kinds: Record<string, Face>;
}
declare module 'koottam:kinds/shows' {
  export const kinds: Record<string, (solution: any, task: any) => 'answer' | 'result' | null>;
}

/** The hashes in the names of all built files, with blanks between, for the service worker alone. */
declare const __FILES__: string;

/** Which form a number takes in the language of this script (`static/js/i18n.js`). */
declare const __PLURAL__: string;

/** What a phone fetches when a day needs it: the faces of rarer kinds, and `PHONE_RARE` of build.mjs. */
declare module 'koottam:later' {
  export const Rare: (props: any) => import('preact').ComponentChild;
  export const Ended: (props: any) => import('preact').ComponentChild;
  export const Group: (props: any) => import('preact').ComponentChild;
  export const ReportBack: (props: any) => import('preact').ComponentChild;
  export const Play: (props: any) => import('preact').ComponentChild;
  export const Offer: (props: any) => import('preact').ComponentChild;
  export const Round: (props: any) => import('preact').ComponentChild;
  export const Beside: (props: any) => import('preact').ComponentChild;
  export const OldSheet: (props: any) => import('preact').ComponentChild;
}

/** Fields that few sheets have: part of `koottam:later` on the phone, a part of their own elsewhere. */
declare module 'koottam:rare' {
  export const Rare: (props: any) => import('preact').ComponentChild;
}
