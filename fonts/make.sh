#!/usr/bin/env bash
# Makes the fonts that PDFs are set in, of Debian's packages fonts-noto-core and fonts-noto-cjk, with pyftsubset (package fonttools).
# The program is built with what lies here; this is how it came to be. Debian 12: fonts-noto-core 20201225, fonts-noto-cjk 20220127.
set -euo pipefail
cd "$(dirname "$0")"
readonly SANS=/usr/share/fonts/truetype/noto CJK=/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc
# The third font of the collection is the one for simplified Chinese.
readonly SIMPLIFIED=2

# Latin with all its marks, Greek, Cyrillic with the letters of Kazakh and of its neighbours, punctuation, currencies, signs.
readonly LETTERS='U+0020-02FF,U+0300-036F,U+0370-052F,U+1E00-1FFF,U+2000-206F,U+2070-209F,U+20A0-20CF,U+2100-218F,U+2200-22FF,U+25A0-25FF,U+FFFD'
for weight in Regular Bold; do
    pyftsubset "$SANS/NotoSans-$weight.ttf" --unicodes="$LETTERS" --layout-features=kern,mark,mkmk,ccmp,locl --no-hinting \
        --output-file="NotoSans-$weight.ttf"
done

# Every character of GBK: simplified and traditional Chinese, kana, the punctuation of both.
characters=$(mktemp)
trap 'rm -f "$characters"' EXIT
python3 - "$characters" <<'PYTHON'
import sys

pairs = (bytes((high, low)) for high in range(0x81, 0xFF) for low in range(0x40, 0xFF))
known = {pair.decode("gbk", "ignore") for pair in pairs}
with open(sys.argv[1], "w", encoding="utf-8") as file:
    file.write("".join(sorted(known)) + "\ufffd")
PYTHON
pyftsubset "$CJK" --font-number="$SIMPLIFIED" --text-file="$characters" --layout-features='' --no-hinting \
    --output-file=NotoSansSC-Regular.otf
