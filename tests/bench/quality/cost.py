"""What analysis and index cost on a set."""
import collections
import re
import shutil
import subprocess

from geul import INDEX, RELEASE
from kept import read_texts

SPEED = RELEASE / "tests" / "bench" / "analysis_speed"
SPEED_LINE = re.compile(r"^(word breaks|analysis) +([0-9.]+) MB/s +([0-9.]+) us/KB", re.MULTILINE)
ALL = "all"


def measure(judged, kept):
    speed = analysis_speed(judged)
    return {"MB/s": speed["analysis"][0], "us/KB": speed["analysis"][1], "breaks": speed["word breaks"][1],
            "db/text": compact_size(kept) / judged.text_bytes,
            "families": terms_by_family(read_texts(kept.document_terms))}


def analysis_speed(judged):
    """MB/s and µs/KB of analysis, and of ICU's word breaks alone: CPU time, the best of a few rounds."""
    output = subprocess.run([SPEED, judged.corpus], check=True, stdout=subprocess.PIPE, text=True).stdout
    return {name: (float(speed), float(time)) for name, speed, time in SPEED_LINE.findall(output)}


def compact_size(kept):
    """Bytes of the database after compaction."""
    small = kept.database.with_suffix(".compact")
    shutil.rmtree(small, ignore_errors=True)
    subprocess.run([INDEX, "compact", "--db", kept.database, "--out", small], check=True,
                   stdout=subprocess.DEVNULL)
    return sum(path.stat().st_size for path in small.rglob("*") if path.is_file())


def terms_by_family(documents):
    """Distinct terms and tokens a document, as means, by family and for all of them."""
    distinct, tokens = collections.Counter(), collections.Counter()
    for text in documents.values():
        terms = text.split()
        tokens.update(map(family_of, terms))
        distinct.update(map(family_of, set(terms)))
    return {family: (distinct[family] / len(documents), tokens[family] / len(documents))
            for family in tokens} | {ALL: (distinct.total() / len(documents), tokens.total() / len(documents))}


def family_of(term):
    return term.partition(":")[0]


def print_table(costs):
    families = dict.fromkeys(family for cost in costs.values() for family in cost["families"] if family != ALL)
    columns = [*families, ALL]
    print(f"\n{'':16}{'analysis':>18}{'breaks':>9}{'database':>10}   distinct terms / tokens a document")
    print(f"{'':16}{'us/KB':>9}{'MB/s':>9}{'us/KB':>9}{'/ text':>10}"
          + "".join(f"{name:>15}" for name in columns))
    for name, cost in costs.items():
        counts = [cost["families"].get(family, (0, 0)) for family in columns]
        print(f"{name:16}{cost['us/KB']:9.1f}{cost['MB/s']:9.1f}{cost['breaks']:9.1f}{cost['db/text']:10.2f}"
              + "".join(f"{f'{distinct:.1f} / {tokens:.1f}':>15}" for distinct, tokens in counts))
    print("analysis: CPU time, the best of five rounds. breaks: ICU's word breaks alone, which analysis begins\n"
          "with; it tells a slower machine from a slower analysis. database: bytes after compaction.")
