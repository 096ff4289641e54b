"""The yearly figures of the units: counts alone, and none from which one person can be told."""

from caseflow.statistics.cells import Cell, Measure
from caseflow.statistics.yearly import Figures, Row, provider_year, unit_year

__all__ = ["Cell", "Figures", "Measure", "Row", "provider_year", "unit_year"]
