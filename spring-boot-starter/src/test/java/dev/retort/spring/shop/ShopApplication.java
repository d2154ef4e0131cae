package dev.retort.spring.shop;

import org.springframework.boot.autoconfigure.SpringBootApplication;

/** An application that says nothing of Retort: its one registry and its one data source are found. */
@SpringBootApplication
public class ShopApplication {}
