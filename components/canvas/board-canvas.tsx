'use client';

import 'tldraw/tldraw.css';
import './canvas.css';
import { getAssetUrlsByMetaUrl } from '@tldraw/assets/urls';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { DefaultSpinner, tipTapDefaultExtensions, Tldraw, useTldrawUser } from 'tldraw';
import type { Editor, TLComponents, TLUserPreferences } from 'tldraw';
import type { Awareness } from 'y-protocols/awareness';
import type { Locale } from '#board/api/people.ts';
import { pageOf } from '#board/canvases.ts';
import type { Canvas } from '#board/canvases.ts';
import type { BoardDocument } from '#board/document.ts';
import { useShownTheme } from '#components/theme/use-theme.ts';
import { ActionCardUtil } from './action-card-shape.tsx';
