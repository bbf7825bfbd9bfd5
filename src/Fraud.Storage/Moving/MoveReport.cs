namespace Fraud.Storage.Moving;

/// <summary>What a finished move comes to; every row was compared.</summary>
/// <param name="Tables">Number of tables.</param>
/// <param name="Rows">Number of rows in all of them.</param>
/// <param name="Copied">Rows copied by this run; the others were there from one that was cut off.</param>
public sealed record MoveReport(int Tables, long Rows, long Copied);
