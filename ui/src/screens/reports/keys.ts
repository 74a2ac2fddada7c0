// The reports' key.

import { bind } from '../../lib/keys'
import { reports } from './reports.svelte'

bind('reports', [{ code: 'KeyP', ctrl: true, shown: 'Ctrl P', word: 'reports-print', act: () => reports.print() }])
