import type { ReactNode } from 'react';

// Exported by tldraw 3.15.6, and left out of its types.
declare module 'tldraw' {
  export function AssetUrlsProvider(props: {
    assetUrls: {
      icons: Record<string, string>;
      embedIcons: Record<string, string>;
      translations: Record<string, string>;
    };
    children: ReactNode;
  }): ReactNode;
  export function TldrawUiTranslationProvider(props: {
    locale: string;
    overrides: Record<string, Record<string, string>>;
    children: ReactNode;
  }): ReactNode;
}
