"""Pagefind from npm over pages of HTML in Korean, as it comes: its index is for browsers, so only making it is measured
here (./dev bench site asks it). Above 10,000 pages it is left out."""
import json
import subprocess

import measure
from systems.system import ROOT, System, lacks

PACKAGE = "pagefind@1.6.0"  # as tests/bench/site
TOOLS = ROOT / "build" / "pagefind"
INSTALLED = TOOLS / "node_modules" / "pagefind" / "package.json"


class Pagefind(System):
    name = "pagefind"
    most_posts = 10_000

    def missing(self):
        if lacks("node", "npm"):
            return "no npm: apt-get install npm"
        if not INSTALLED.exists():
            TOOLS.mkdir(parents=True, exist_ok=True)
            subprocess.run(["npm", "install", "--prefix", TOOLS, "--no-save", PACKAGE], capture_output=True, check=False)
        return "" if INSTALLED.exists() else f"npm could not install {PACKAGE}"

    def identity(self):
        return json.loads(INSTALLED.read_text(encoding="utf-8"))["version"]

    def measure(self, job):
        out = job.work / "pagefind"
        command = [TOOLS / "node_modules" / ".bin" / "pagefind", "--site", job.corpus.pages(job.posts), "--output-path", out]
        found = measure.best(lambda: job.fresh("pagefind"), lambda: measure.once(command))
        return {"rows": {self.name: found | {"bytes": measure.disk_bytes(out), "posts": job.posts}}}
