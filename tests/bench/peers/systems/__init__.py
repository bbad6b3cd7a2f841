"""Each system: what it needs, how it is fed, asked and measured. Every module says which settings it has, and why."""
from systems.floor import Floor
from systems.geul import Geul
from systems.groonga import Groonga
from systems.lucene import Lucene
from systems.omega import Omega
from systems.pagefind import Pagefind
from systems.sqlite import Sqlite

ALL = {system.name: system for system in
       (Geul(), Floor(), Omega(), Sqlite(), Groonga(), Lucene("positions"), Lucene("offsets"), Pagefind())}
