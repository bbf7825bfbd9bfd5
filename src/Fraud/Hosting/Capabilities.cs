namespace Fraud.Hosting;

/// <summary>What the product consists of.</summary>
internal static class Capabilities
{
    public static void Add(WebApplicationBuilder builder, FraudSettings settings)
    {
    }
}
