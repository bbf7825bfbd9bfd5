namespace Fraud.Collect.Robots;

/// <summary>What a robots.txt says about one URL.</summary>
/// <param name="Allowed">Whether the agent may fetch it.</param>
/// <param name="Rule">The deciding line, such as "Disallow: /private"; empty when no rule applied.</param>
public readonly record struct RobotsDecision(bool Allowed, string Rule);
