"""A site to be built: its files, and the command that builds it."""
import dataclasses
import json
import os
import pathlib
import subprocess

NODE = pathlib.Path(__file__).resolve().parents[3] / "build" / "generators" / "node_modules"  # of package.json here


@dataclasses.dataclass
class Site:
    name: str
    files: dict                # path -> text: settings, layouts and posts
    command: list              # run in the site's folder
    output: str                # the folder that is built
    environment: dict = dataclasses.field(default_factory=dict)
    prefix: str = ""           # of a source's path as the generator names it, within the site's folder
    links: dict = dataclasses.field(default_factory=dict)   # path -> what it links to, for what npm installs
    # What may differ, by a piece of the post's path, its address or its anchor -> the reason.
    known: dict = dataclasses.field(default_factory=dict)

    def write(self, folder):
        for path, text in self.files.items():
            file = pathlib.Path(folder, path)
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8")

    def build(self, folder):
        """Runs the generator. Its failure is the site's author's, that is, ours."""
        for path, target in self.links.items():
            pathlib.Path(folder, path).symlink_to(target)
        done = subprocess.run(self.command, cwd=folder, capture_output=True, text=True, errors="replace",
                              env={**os.environ, **self.environment}, check=False)
        if done.returncode != 0:
            raise RuntimeError(f"{self.name}: {' '.join(map(str, self.command))} failed:\n{done.stdout[-2000:]}{done.stderr[-2000:]}")
        return pathlib.Path(folder, self.output)


def yaml(settings):
    """JSON is YAML."""
    return json.dumps(settings, ensure_ascii=False, indent=1) + "\n"


def toml(settings):
    """Tables of scalars, lists and tables, inline within the first level."""
    return "".join(f"{json.dumps(key, ensure_ascii=False)} = {toml_value(value)}\n" for key, value in settings.items())


def toml_value(value):
    if isinstance(value, dict):
        return "{" + ", ".join(f"{json.dumps(key, ensure_ascii=False)} = {toml_value(each)}" for key, each in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(toml_value, value)) + "]"
    return json.dumps(value, ensure_ascii=False)
