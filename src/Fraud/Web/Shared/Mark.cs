namespace Fraud.Web;

/// <summary>A numbered finding on the words of a page.</summary>
/// <param name="Number">Number shown, from 1.</param>
/// <param name="Start">First UTF-16 unit.</param>
/// <param name="End">One past the last unit; equal to <paramref name="Start"/> for the text as a whole.</param>
/// <param name="Rule">Rule id.</param>
/// <param name="Reason">Why it matters, in the page's language.</param>
/// <param name="Weight">Log-odds towards risk.</param>
internal sealed record Mark(int Number, int Start, int End, string Rule, string Reason, double Weight);
