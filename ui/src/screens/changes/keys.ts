// The history's key.

import { bind } from '../../lib/keys'
import { desk } from '../../lib/desk.svelte'

bind(undefined, [{ code: 'KeyJ', shown: 'J', word: 'journal', act: () => desk.show('changes') }])
