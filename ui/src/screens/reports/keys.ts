// The reports' key.

import { bind } from '../../lib/keys'

bind('reports', [{ code: 'KeyP', ctrl: true, shown: 'Ctrl P', word: 'reports-print', act: () => window.print() }])
