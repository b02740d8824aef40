#!/usr/bin/env python3
"""Makes senses.tsv from CC-CEDICT: `make.py cedict_1_0_ts_utf-8_mdbg.txt`. Standard library only.

One line a Chinese word of one to three characters: the word, a tab, the English words of its glosses with commas
between. Only words that dictionaries/english/words.txt holds stay; grammar notes, names of people, function words and
brackets go. Of a word with many glosses the first 16 words stay.
"""
import os, re, sys

here = os.path.dirname(os.path.abspath(__file__))
english = os.path.join(here, "..", "english")
lines = lambda name: open(os.path.join(english, name), encoding="utf-8").read().split()
known = set(lines("words.txt"))
light = set(lines("function-words.txt")) - {"up", "off", "down", "over", "under"}
# Words of the glosses' own talk, which say nothing of the meaning.
light |= set("""sb sth etc esp eg ie lit fig one ones oneself be is are was were been being used use refer refers referring
variant old same also see cf abbr abbreviation classifier surname bound form loanword coll slang literary dialect
that this these those who whom which what it its his her their them he she they you your i me my we us our not
do does done make made have has had having get gets some any very kind sort type such other another more most""".split())
han = re.compile(r"^[\u3400-\u9fff]{1,3}$")
skip = re.compile(r"^(CL:|surname |variant of|old variant|japanese variant|see also|see |abbr\. (for|of)|used in)|variant of", re.I)

senses = {}
for line in open(sys.argv[1], encoding="utf-8"):
    found = re.match(r"^(\S+) (\S+) \[[^\]]*\] /(.*)/\s*$", line)
    if line.startswith("#") or not found or not han.match(found[2]):
        continue
    words = senses.setdefault(found[2], [])
    for gloss in found[3].split("/"):
        if skip.search(gloss):
            continue
        gloss = re.sub(r"\([^)]*\)|\[[^\]]*\]|[\u3400-\u9fff|]+", " ", gloss)
        for word in re.findall(r"[A-Za-z]+(?:'[a-z]+)?", gloss):
            word = word.lower().replace("'", "")
            if len(word) > 1 and word in known and word not in light and word not in words:
                words.append(word)

with open(os.path.join(here, "senses.tsv"), "w", encoding="utf-8", newline="\n") as out:
    for word in sorted(senses):
        if senses[word]:
            out.write(f"{word}\t{','.join(senses[word][:16])}\n")
