/// Everything a program that computes with Parity needs: aggregates, methods, sources, plans,
/// the gate with its solver, and the run.
@_exported public import Aggregates
@_exported public import Analyses
@_exported public import DataSources
@_exported public import Disclosure
@_exported public import Estimates
@_exported public import Inference
@_exported public import LinearPrograms
@_exported public import Perturbation
@_exported public import Pipeline
@_exported public import SolverClient
