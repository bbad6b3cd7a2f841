"""The queries of each row that did worst: what they missed, and what they found beside."""
import geul

POSTS = 4  # shown of each kind


def worst(pairs, most):
    """(id, score) of the questions with the lowest recall, then precision; those without fault are left out."""
    faulty = [(name, score) for name, score in pairs if (score.recall or 0) < 1 or (score.fine or 0) < 1]
    return sorted(faulty, key=lambda pair: (pair[1].recall or 0, pair[1].fine or 0, pair[0]))[:most]


def reasons(answer, post):
    """As what a post was found, where it stands among the hits."""
    for hit in answer["hits"]:
        if hit["id"] == post:
            return "; ".join(f"{matched['word']} as {','.join(matched['as'])}: {' '.join(matched['terms'])}"
                             for matched in hit["matched"])
    return ""


def print_question(site, name, question, score, hits, answer):
    print(f"  {name} {question.query} ({question.word}): gold {score.gold}, hits {score.hits}, "
          f"right {score.right}\n    executed: {answer['query']['executed']}")
    missing = sorted(question.gold - set(hits))
    extra = [hit for hit in hits if hit not in question.gold | (question.fine or frozenset())]
    for number in missing[:POSTS]:
        print(f"    missing {site.ids[number]}: …{site.snippet(number, question.pattern)}…")
    for number in extra[:POSTS]:
        print(f"    extra   {site.ids[number]}: {reasons(answer, site.ids[number])}")
    for kind, posts in (("missing", missing), ("extra", extra)):
        if len(posts) > POSTS:
            print(f"    … {len(posts) - POSTS} more {kind}")


def print_misses(measured, rows, most, work):
    """Expects what was measured of one site (__main__.py)."""
    chosen = {row.title: worst([(name, measured.scores[name]) for name, question in measured.questions.items()
                                if row.title in question.rows], most) for row in rows}
    queries = {name: measured.questions[name].query for pairs in chosen.values() for name, _ in pairs}
    batch = work / f"{measured.site.name}-worst.tsv"
    geul.write_batch(batch, queries)
    answers = geul.answers(measured.database, batch) if queries else {}
    for title, pairs in chosen.items():
        print(f"\n{measured.site.name}: {title}")
        for name, score in pairs:
            print_question(measured.site, name, measured.questions[name], score, measured.hits.get(name, []),
                           answers[name])
