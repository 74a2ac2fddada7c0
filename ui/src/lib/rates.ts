/** The rates of frames that Arna reckons in, as the core writes them. */
export const RATES = ['24', '25', '29.97', '30', '59.94']
