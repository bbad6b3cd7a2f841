"""The generators that are compared with, as far as they are installed."""
import dataclasses
import functools
import os
import pathlib
import shutil
import subprocess
import sys

import docs_sites
import hexo
import hugo
import jekyll
import pages
from site_files import NODE


@dataclasses.dataclass
class Generator:
    name: str
    program: str
    sites: object
    ask_version: list

    def installed(self):
        return shutil.which(self.program) is not None

    @functools.cache
    def version(self):
        asked = subprocess.run([self.program, *self.ask_version], capture_output=True, text=True, cwd=NODE.parent, check=False)
        return f"{self.name}: {(asked.stdout.strip() or asked.stderr.strip()).splitlines()[0]}"

    def __hash__(self):
        return hash(self.name)


ALL = [Generator("jekyll", "jekyll", jekyll.sites, ["--version"]),
       Generator("hugo", "hugo", hugo.sites, ["version"]),
       Generator("hexo", str(NODE / ".bin" / "hexo"), hexo.sites, ["version"]),
       Generator("mkdocs", "mkdocs", docs_sites.mkdocs_sites, ["--version"])]



def os_environment():
    return dict(os.environ)


def chosen(names):
    unknown = set(names) - {each.name for each in ALL}
    if unknown:
        sys.exit(f"generators: no {', '.join(sorted(unknown))}; there are: {', '.join(each.name for each in ALL)}")
    wanted = [each for each in ALL if not names or each.name in names]
    for each in wanted:
        if not each.installed():
            print(f"generators: {each.name} is not installed; left out", file=sys.stderr)
    return [each for each in wanted if each.installed()]


def built_pages(site, folder):
    """Writes a site, builds it, and reads what was built."""
    site.write(folder)
    return pages.read_site(site.build(folder), site.prefix, folder)
