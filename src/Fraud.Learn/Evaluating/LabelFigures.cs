namespace Fraud.Evaluating;

/// <summary>How one label fares.</summary>
/// <param name="Label">Id of the label.</param>
/// <param name="Posts">Posts that have it.</param>
/// <param name="Precision">Of those given the label, the share that has it.</param>
/// <param name="Recall">Of those that have it, the share given it.</param>
/// <param name="F1">Harmonic mean of both.</param>
/// <param name="Alerts">Share of its posts that raise an alert.</param>
/// <param name="Reviews">Share of its posts that go to review.</param>
public sealed record LabelFigures(string Label, int Posts, double Precision, double Recall, double F1, double Alerts, double Reviews);
