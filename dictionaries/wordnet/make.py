#!/usr/bin/env python3
"""Makes things.tsv, verbs.txt and parts.tsv from the database files of WordNet 3.0 (Debian package wordnet-base).

    python3 make.py /usr/share/wordnet ../words.txt
"""
import collections, os, sys

base, known = sys.argv[1], {w.strip() for w in open(sys.argv[2])}
# Lexicographer files: animal, artifact, body, food, object, person, plant, substance.
CONCRETE = {5: "animal", 6: "artifact", 8: "body", 13: "food", 18: "person", 20: "plant", 27: "substance"}
# Uses in the corpus from which one without any other part of speech is evidence.
OFTEN = 5
# Narrower senses from which a sense is too broad to be evidence.
BROAD = 25
# What signs use as a noun, whatever dictionaries say.
NOUNS_ON_SIGNS = {"reclaim", "recharge", "recycle", "weigh"}
POS = {"noun": 1, "verb": 2, "adj": 3, "adv": 4}

synsets = {}
for pos in ("noun",):
    for line in open(os.path.join(base, f"data.{pos}")):
        if line.startswith("  "):
            continue
        p = line.split(" | ")[0].split()
        n = int(p[3], 16)
        lemmas = [p[4 + 2 * i].lower() for i in range(n)]
        at = 4 + 2 * n
        pointers = [(p[at + 1 + 4 * i], p[at + 2 + 4 * i], p[at + 3 + 4 * i]) for i in range(int(p[at]))]
        synsets[p[0]] = (int(p[1]), lemmas, [o for s, o, q in pointers if s in ("@", "~") and q == "n"],
                         [o for s, o, q in pointers if s == "@" and q == "n"])
senses = collections.defaultdict(dict)
for pos in POS:
    for line in open(os.path.join(base, f"index.{pos}")):
        if line.startswith("  "):
            continue
        p = line.split()
        senses[p[0]][pos] = p[-int(p[2]):]
uses = collections.defaultdict(lambda: collections.Counter())
for line in open(os.path.join(base, "cntlist.rev")):
    key, number, count = line.split()
    lemma, rest = key.split("%")
    uses[lemma][min(int(rest[0]), 3) if rest[0] != "5" else 3] += int(count)

things, verbs = {}, []
for word in sorted(known):
    own = senses.get(word)
    if not own or not word.isalpha() or len(word) < 3:
        continue
    count = uses[word]
    if "noun" in own:
        others = sum(count[POS[p]] for p in own if p != "noun")
        nouns = own["noun"]
        lex = synsets[nouns[0]][0]
        if lex in CONCRETE and count[1] >= others and (count[1] or len(own) == 1):
            related = set()
            for s in nouns:
                _, lemmas, near, up = synsets[s]
                related.update(lemmas)
                for o in near:
                    # What very many things are (a person, a part) says nothing of this one.
                    if o not in up or len(synsets[o][2]) <= BROAD:
                        related.update(synsets[o][1])
            related = sorted(w for w in related if w in known and w != word)
            things[word] = (CONCRETE[lex], related)
    # A verb that the corpus of WordNet has as nothing else.
    alone = set(own) == {"verb"} or count[2] >= OFTEN and not count[1] and not count[3]
    if "verb" in own and alone and word not in NOUNS_ON_SIGNS:
        verbs.append(word)
with open("things.tsv", "w") as f:
    for word, (kind, related) in things.items():
        f.write(f"{word}\t{','.join([kind] + related)}\n")
open("verbs.txt", "w").write("".join(v + "\n" for v in verbs))
# What a word can be, for words that the corpus uses: n noun, v verb, a adjective, r adverb; c where it uses it often.
COMMON = 10
parts = {}
for word in sorted(known):
    own = senses.get(word)
    if own and word.isalpha() and len(word) > 2 and sum(uses[word].values()):
        parts[word] = "".join(letter for letter, pos in zip("nvar", POS) if pos in own)
        parts[word] += "c" * (sum(uses[word].values()) >= COMMON)
with open("parts.tsv", "w") as f:
    for word, letters in parts.items():
        f.write(f"{word}\t{letters}\n")
print(len(things), len(verbs), len(parts))
