using Fraud.Collect.Robots;

namespace Fraud.Collect.Fetching;

/// <summary>The robots.txt of one authority as last known.</summary>
/// <param name="File">Rules in force.</param>
/// <param name="Reachable">The site answered; false means the rules are a guess that ends soon.</param>
/// <param name="FreshUntil">When to ask again.</param>
internal sealed record RobotsEntry(RobotsFile File, bool Reachable, DateTimeOffset FreshUntil);
