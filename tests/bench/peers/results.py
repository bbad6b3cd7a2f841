"""Figures of each system at each size, kept so that a run may measure some systems and print all."""
import json
import math

NOW, KEPT, OLD = "now", "kept", "old"


class Results:
    """One file a system, size and version. `mark` tells the posts and queries: of others nothing is shown."""

    def __init__(self, folder, mark):
        self.folder, self.mark, self.measured = folder, mark, set()
        folder.mkdir(parents=True, exist_ok=True)

    def _name(self, system, posts):
        return f"{system.replace(' ', '-').replace(',', '')}-{posts}-{self.mark}"

    def keep(self, system, posts, version, figures):
        path = self.folder / f"{self._name(system, posts)}-{version}.json"
        path.write_text(json.dumps(figures, ensure_ascii=False, indent=1), encoding="utf-8")
        self.measured.add((system, posts))

    def find(self, system, posts, version):
        """Figures and how old they are: of this run, of this version, of the last other; or nothing."""
        paths = list(self.folder.glob(f"{self._name(system, posts)}-????????.json"))
        own = [path for path in paths if path.stem.endswith(f"-{version}")]
        if not paths:
            return None
        path = own[0] if own else max(paths, key=lambda path: path.stat().st_mtime)
        state = OLD if not own else NOW if (system, posts) in self.measured else KEPT
        return json.loads(path.read_text(encoding="utf-8")) | {"state": state}


def exponent(sizes, values):
    """How values grow: b of value = a * size ** b, by least squares of the logarithms; nothing of fewer than two."""
    points = [(math.log(size), math.log(value)) for size, value in zip(sizes, values) if value]
    if len(points) < 2:
        return None
    mean_x, mean_y = (sum(column) / len(points) for column in zip(*points))
    spread = sum((x - mean_x) ** 2 for x, _ in points)
    return sum((x - mean_x) * (y - mean_y) for x, y in points) / spread if spread else None
